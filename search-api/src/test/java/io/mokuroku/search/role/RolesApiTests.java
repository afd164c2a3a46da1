package io.mokuroku.search.role;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.search.RunningSearchApi;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What of the whole service an instance that only answers leaves to others.
 */
final class RolesApiTests extends RunningSearchApi {

	private final ApplicationContext service;

	RolesApiTests(MockMvcTester http, ApplicationContext service) {
		super(http);
		this.service = service;
	}

	@Test
	void leavesQueuesRunsAndFirstListsToTheIndexer() {
		assertThat(this.service.getBeanNamesForAnnotation(OfIndexer.class))
			.contains(this.service.getBeanNamesForType(SqsMessageListenerContainer.class))
			.contains("rebuilds", "listRefreshes", "firstLists");
	}

}
