package io.mokuroku.web;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCodeTests {

	@ParameterizedTest
	@EnumSource
	void hasAStatusAndATitle(ErrorCode code) {
		assertThat(code.status()).isBetween(400, 599);
		assertThat(code.title()).isNotBlank().doesNotEndWith(".");
		assertThat(ApiProblem.of(code, "detail").status()).isEqualTo(code.status());
	}

	@Test
	void hasAGeneralCodeForEveryStatus() {
		assertThat(ErrorCode.ofStatus(400)).isEqualTo(ErrorCode.BAD_REQUEST);
		assertThat(ErrorCode.ofStatus(403)).isEqualTo(ErrorCode.FORBIDDEN);
		assertThat(ErrorCode.ofStatus(418)).isEqualTo(ErrorCode.BAD_REQUEST);
		assertThat(ErrorCode.ofStatus(503)).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
		assertThat(ErrorCode.ofStatus(599)).isEqualTo(ErrorCode.INTERNAL_ERROR);
	}

	@Test
	void namesTitlesOnlyOnce() {
		assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::title)).doesNotHaveDuplicates();
	}

}
