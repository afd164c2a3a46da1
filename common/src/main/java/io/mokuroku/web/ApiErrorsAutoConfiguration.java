package io.mokuroku.web;

import java.util.List;

import org.apache.catalina.core.StandardHost;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A JSON:API error document for every failed request, wherever it failed.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
		afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebSettings.class)
public final class ApiErrorsAutoConfiguration {

	/** Inside the filters that open the span of a request and name its trace. */
	private static final int INSIDE_THE_TRACE = Ordered.HIGHEST_PRECEDENCE + 3;

	@Bean
	ErrorWriter errorWriter(JsonMapper mapper, ObjectProvider<FailurePages> pages) {
		return new ErrorWriter(new ErrorTranslator(new ValidationIssues(new JsonNames(mapper))), pages::getIfAvailable);
	}

	@Bean
	@ConditionalOnMissingBean(ErrorController.class)
	JsonApiErrorController jsonApiErrorController(ErrorWriter errors) {
		return new JsonApiErrorController(errors);
	}

	@Bean
	FilterRegistrationBean<FailureFilter> failureFilter(ErrorWriter errors) {
		FilterRegistrationBean<FailureFilter> registration = new FilterRegistrationBean<>(new FailureFilter(errors));
		registration.setOrder(INSIDE_THE_TRACE);
		return registration;
	}

	@Bean
	FilterRegistrationBean<BodyLimit> bodyLimit(WebSettings settings, ErrorWriter errors) {
		FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(
				new BodyLimit(settings.maxBodySize().toBytes(), errors));
		registration.setOrder(INSIDE_THE_TRACE + 1);
		return registration;
	}

	@Bean
	SupersededRoutes supersededRoutes() {
		return new SupersededRoutes();
	}

	@Bean
	WebMvcConfigurer apiErrors(ErrorWriter errors, SupersededRoutes superseded) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(superseded);
				registry.addInterceptor(new UnknownParameters())
					.addPathPatterns("/{version:v[0-9]+}/**")
					.excludePathPatterns("/v3/api-docs/**");
			}

			@Override
			public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
				resolvers.add(1, new ApiErrorResolver(errors));
			}

		};
	}

	/**
	 * What HTTP clients send may have no field that nobody reads. Only here: what other
	 * providers send may grow fields at any time.
	 */
	@Bean
	ServerHttpMessageConvertersCustomizer strictRequestBodies(JsonMapper mapper) {
		JsonMapper strict = mapper.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		return (converters) -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
		return (factory) -> factory.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.getPipeline().addValve(new JsonApiErrorValve());
			}
		});
	}

}
