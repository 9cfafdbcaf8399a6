package dev.plumbline.ui.privileges;

/** A chosen cell: what it is about and the number of its role. */
public record SelectedCell(Subject subject, int role) {}
