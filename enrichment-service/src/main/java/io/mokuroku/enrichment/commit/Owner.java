package io.mokuroku.enrichment.commit;

/**
 * Whose lock it is.
 *
 * @param owner the owner the execution took it as
 */
public record Owner(String owner) {

}
