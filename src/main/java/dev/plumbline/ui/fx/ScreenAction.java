package dev.plumbline.ui.fx;

/** Something that can be done now, for the palette. {@code shortcut} is its key, empty for none. */
public record ScreenAction(String title, String shortcut, Runnable run) {}
