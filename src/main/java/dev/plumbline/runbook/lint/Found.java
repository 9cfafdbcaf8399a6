package dev.plumbline.runbook.lint;

import dev.plumbline.runbook.document.Place;

/** What a rule saw: where, what it is, and what to do instead. */
public record Found(Place place, String message, String next) {}
