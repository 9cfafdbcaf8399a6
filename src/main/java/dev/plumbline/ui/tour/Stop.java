package dev.plumbline.ui.tour;

import java.util.function.BooleanSupplier;

/**
 * One stop of the tour: when {@code ready} says so, {@code act} is done. A stop with a {@code picture} first takes one of the whole screen, under that
 * name. {@code waitingFor} says in words what a tour that hangs is waiting for.
 */
record Stop(String waitingFor, BooleanSupplier ready, String picture, Runnable act) {}
