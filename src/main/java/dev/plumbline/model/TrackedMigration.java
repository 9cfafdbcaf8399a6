package dev.plumbline.model;

/**
 * A row of the table in which pg-flux keeps what it applied: {@code appliedAt} in UTC, {@code checksum} the SHA-256 of the whole file in lower hexadecimal.
 *
 * @param microseconds of {@code appliedAt} since 1970, by which rows of one second are told apart
 */
public record TrackedMigration(String file, String appliedAt, String checksum, long microseconds) {}
