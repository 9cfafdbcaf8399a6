package dev.plumbline.access;

import dev.plumbline.model.Sql;

/** What a login lacks for a statement, in words, and the grant by which somebody who may could give it. */
public record Lack(String what, Sql grant) {}
