/** An archive of many posts: filling, searching, paging. */
package afa.benchmarks.archive;
