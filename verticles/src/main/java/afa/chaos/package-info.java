/** {@code ./afa chaos}: real nodes under load, disturbed and killed, with a verdict at the end. */
package afa.chaos;
