package dev.plumbline.operation.rotation;

/** What a person can ask of a ManagedDatabase: how it stands, one turn of its loop, and its metrics. */
public record Rotations(ReadRotation reading, RunRotation running, MeasureManaged measuring) {}
