package io.mokuroku.export;

/**
 * The terms of the data.
 *
 * @param database the licence of the database as a whole
 * @param databaseUrl its text
 * @param contents the licence of what is in it
 * @param contentsUrl its text
 * @param attribution what must be said where the data is used
 */
public record Licence(String database, String databaseUrl, String contents, String contentsUrl, String attribution) {
}
