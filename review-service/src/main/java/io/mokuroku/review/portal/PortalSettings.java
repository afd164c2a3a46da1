package io.mokuroku.review.portal;

import java.util.Set;

import io.mokuroku.review.workforce.Admission;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How reviewers sign in. Their issuer is the one that issues access tokens.
 *
 * @param clientId how the portal is known to the issuer
 * @param clientSecret its secret, if the issuer gave it one
 * @param scopes what the portal asks for; reviewers need {@code reviews.read} to look and
 * {@code reviews.decide} to decide, who leads needs {@code reviews.manage}
 */
@Validated
@ConfigurationProperties("mokuroku.portal")
record PortalSettings(@DefaultValue("mokuroku-portal") @NotBlank String clientId, @Nullable String clientSecret,
		@DefaultValue( {
				"openid", "reviews.read", "reviews.decide", Admission.MANAGE }) @NotEmpty Set<String> scopes){

	PortalSettings {
		scopes = Set.copyOf(scopes);
	}

}
