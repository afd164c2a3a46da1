package io.mokuroku.enrichment;

import io.mokuroku.enrichment.image.BucketInMemory;
import io.mokuroku.enrichment.workflow.SfnInMemory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Step Functions and S3 in memory, and tokens whose text is their scope.
 */
@TestConfiguration(proxyBeanMethods = false)
class CloudInMemory {

	static final SfnInMemory SFN = new SfnInMemory();

	@Bean
	@Primary
	SfnClient sfn() {
		return SFN;
	}

	@Bean
	@Primary
	S3Client bucket() {
		return new BucketInMemory();
	}

	@Bean
	JwtDecoder tokens() {
		return (token) -> Jwt.withTokenValue(token)
			.header("alg", "RS256")
			.subject("operator")
			.claim("scope", token)
			.build();
	}

}
