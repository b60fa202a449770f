/** The pictures of the rehearsal, drawn when they are asked for. */
package afa.rehearsal.picture;
