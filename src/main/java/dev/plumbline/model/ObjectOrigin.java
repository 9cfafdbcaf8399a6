package dev.plumbline.model;

/** Who made an object: somebody, an extension whose member it is, or the server itself (initdb). */
public enum ObjectOrigin {
    USER,
    EXTENSION,
    SYSTEM
}
