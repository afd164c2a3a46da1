package io.mokuroku.search.role;

import java.util.Map;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;

/**
 * Starts what belongs to the role of this instance.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ RoleSettings.class, LifecycleProperties.class })
class RoleConfiguration {

	@Bean(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME)
	DefaultLifecycleProcessor startOfRole(RoleSettings settings, ListableBeanFactory beans,
			LifecycleProperties lifecycle, @Value("${mokuroku.index.kind:lucene}") String index) {
		boolean works = settings.role() != RoleSettings.Role.API;
		if (!works && index.equalsIgnoreCase("lucene")) {
			throw new IllegalArgumentException(
					"mokuroku.search.role=api needs an index outside of this process: mokuroku.index.kind=qdrant");
		}
		DefaultLifecycleProcessor processor = works ? new DefaultLifecycleProcessor() : new AnswersOnly(beans);
		processor.setTimeoutPerShutdownPhase(lifecycle.getTimeoutPerShutdownPhase().toMillis());
		return processor;
	}

	private static final class AnswersOnly extends DefaultLifecycleProcessor {

		private final ListableBeanFactory beans;

		AnswersOnly(ListableBeanFactory beans) {
			this.beans = beans;
		}

		@Override
		protected Map<String, Lifecycle> getLifecycleBeans() {
			Map<String, Lifecycle> started = super.getLifecycleBeans();
			started.keySet().removeIf((name) -> this.beans.findAnnotationOnBean(name, OfIndexer.class) != null);
			return started;
		}

	}

}
