package io.mokuroku.review.template;

import java.util.Map;

import jakarta.validation.constraints.NotEmpty;

/**
 * A family as a client sends it.
 *
 * @param files the sources by name; what is left out is as in the family of this build
 */
record DeploymentRequest(@NotEmpty Map<String, String> files) {

}
