package dev.plumbline.pg;

/** A query, without parameters, and who takes its rows. Sinks of one reading are served in the order of their queries. */
public record Walk(Query query, RowSink sink) {}
