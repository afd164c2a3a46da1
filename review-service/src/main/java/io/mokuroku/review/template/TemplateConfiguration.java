package io.mokuroku.review.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.cloud.Patience;
import io.mokuroku.web.RouteRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TemplateSettings.class)
class TemplateConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(TemplateConfiguration.class);

	private static final String FILES = "classpath*:/io/mokuroku/review/portal/*.*";

	@Bean
	RouteRules templateRules() {
		return RouteRules.of().scope("reviews.manage", "/v1/review-templates", "/v1/review-templates/**");
	}

	@Bean
	TemplateFamily builtInTemplates() {
		Map<String, String> files = new HashMap<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
				String name = Objects.requireNonNull(file.getFilename());
				if (name.matches(".*\\.(liquid|css|js)")) {
					files.put(name, file.getContentAsString(StandardCharsets.UTF_8));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new TemplateFamily(files);
	}

	@Bean
	Templates templates(DynamoDbClient dynamo) {
		return new Templates(dynamo);
	}

	@Bean
	PageTemplates pageTemplates(Templates templates, TemplateFamily builtIn, InstantSource clock) {
		return new PageTemplates(templates, builtIn, clock);
	}

	@Bean
	DeployTemplates deployTemplates(Templates templates, TemplateFamily builtIn, SamplePages samples,
			TemplateSettings settings, InstantSource clock) {
		HumanTaskUis taskUis = settings.registerTaskUis()
				? new SageMakerTaskUis(Patience.CALLS.with(SageMakerClient.builder()).build()) : HumanTaskUis.NONE;
		return new DeployTemplates(templates, builtIn, new CheckFamily(samples, settings.registerTaskUis()), taskUis,
				clock);
	}

	@Bean
	PreviewTemplates previewTemplates(DeployTemplates templates, SamplePages samples, AnimeStore store,
			EntryParts parts) {
		return new PreviewTemplates(templates, samples, store, parts);
	}

	@Bean
	ApplicationRunner templatesOfTheBuild(DeployTemplates deployTemplates) {
		return (_) -> {
			try {
				deployTemplates.deployBuild();
			}
			catch (RuntimeException ex) {
				logger.warn("templates of the build are not deployed, they are shown all the same failure={}",
						ex.toString());
			}
		};
	}

}
