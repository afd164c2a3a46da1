package io.mokuroku.review;

import io.mokuroku.testing.LocalEngines;
import io.mokuroku.testing.OpenApiFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ReviewServiceTest
final class ApiContractTests {

	@BeforeAll
	static void startEngines() {
		LocalEngines.start();
	}

	@Test
	void isWhatLiesInTheRepository(@Autowired MockMvcTester http) throws Exception {
		OpenApiFile.check("review-service", JsonMapper.shared()
			.readTree(http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString()));
	}

}
