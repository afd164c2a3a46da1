package io.mokuroku.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
		excludeName = { "io.mokuroku.catalogue.store.StoreConfiguration", "io.mokuroku.message.MessageConfiguration" })
@Import(ProbeApplication.ProbeRoutes.class)
class ProbeApplication {

	/** How many syncs were started. */
	static final AtomicInteger SYNCS = new AtomicInteger();

	@Bean
	RouteRules routeRules() {
		return RouteRules.of()
			.anonymousRead(HttpMethod.GET, "/v1/search", "/v1/anime/{id}")
			.scope("catalogue.sync", HttpMethod.POST, "/v1/syncs")
			.scope("reviews.read", HttpMethod.GET, "/v1/reviews")
			.anonymousRead(HttpMethod.GET, "/v1/open/**")
			.anonymousRead(HttpMethod.POST, "/v1/open/**")
			.anonymousRead(HttpMethod.GET, "/v2/open/**")
			.limit(LimitClass.AGENTIC, HttpMethod.GET, "/v1/open/dear");
	}

	@Bean
	@Order(1)
	SecurityFilterChain portal(HttpSecurity http) {
		return http.securityMatcher("/portal/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.exceptionHandling((handling) -> handling
				.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/portal/login")))
			.build();
	}

	@Bean
	FilterRegistrationBean<Filter> filterThatFails() {
		Filter filter = (request, response, chain) -> {
			HttpServletRequest http = (HttpServletRequest) request;
			if (http.getParameter("filter-throws") != null) {
				throw new IllegalStateException("secret of the filter");
			}
			if (http.getParameter("filter-sends") != null) {
				((HttpServletResponse) response).sendError(Integer.parseInt(http.getParameter("filter-sends")));
				return;
			}
			chain.doFilter(request, response);
		};
		return new FilterRegistrationBean<>(filter);
	}

	enum Season {

		WINTER, SPRING

	}

	record ImportRequest(@JsonProperty("data") @NotNull @Valid Data data) {

		record Data(@NotBlank String type, @Valid @NotNull Attributes attributes) {
		}

		record Attributes(@NotBlank @Size(max = 20) String title,
				@JsonProperty("source_urls") List<@Size(max = 5) String> urls, @Min(1) int episodes) {
		}

	}

	record Unwritable(String value) {

		@Override
		public String value() {
			throw new IllegalStateException("secret of the accessor");
		}

	}

	record Paging(@Nullable @Size(max = 3) String cursor, @Nullable Integer limit) {
	}

	@RestController
	static class ProbeRoutes {

		private static final Logger logger = LoggerFactory.getLogger(ProbeRoutes.class);

		@GetMapping(path = "/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
		Map<String, Object> search(@RequestParam @NotBlank String q,
				@RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit,
				@RequestParam(required = false) @Nullable Season season,
				@RequestParam(name = "page[size]", required = false) @Nullable Integer size,
				@RequestHeader(name = "X-Depth", required = false) @Max(3) @Nullable Integer depth) {
			logger.info("searching q.length={}", q.length());
			return Map.of("q", q, "limit", limit, "virtual", Thread.currentThread().isVirtual());
		}

		@GetMapping("/v1/anime/{id}")
		Map<String, Object> anime(@PathVariable @Min(1) long id) {
			return switch ((int) id) {
				case 404 -> throw ApiProblem.notFound("anime_not_found", "no anime has the id 404");
				case 409 -> throw ApiProblem.conflict("already being enriched");
				case 429 -> throw ApiProblem.tooManyRequests(Duration.ofMillis(1500), "60 requests per minute");
				case 500 -> throw new IllegalStateException("secret of the database");
				case 503 -> throw ApiProblem.unavailable(Duration.ofSeconds(7), "the index is being built",
						new IOException("connect to 10.0.0.7 refused"));
				case 410 -> throw new ResponseStatusException(HttpStatus.GONE, "was merged");
				default -> Map.of("id", id);
			};
		}

		@GetMapping("/v1/open/list")
		String list(@Valid Paging paging) {
			return String.valueOf(paging);
		}

		@GetMapping("/v1/open/anything")
		String anything(@RequestParam Map<String, String> all) {
			return all.toString();
		}

		@GetMapping("/v1/open/family")
		String family(@RequestParam @ParameterFamily("filter") MultiValueMap<String, String> all,
				@RequestParam(required = false) @Nullable Integer limit) {
			return all.toString();
		}

		@GetMapping("/v1/open/forbidden")
		String forbidden() {
			throw new AccessDeniedException("secret reason");
		}

		@GetMapping(path = "/v1/open/slow")
		DeferredResult<String> slow() {
			return new DeferredResult<>(50L);
		}

		@GetMapping("/v1/open/unwritable")
		Unwritable unwritable() {
			return new Unwritable("x");
		}

		@GetMapping("/v1/open/traced")
		Map<String, String> traced() {
			return Map.copyOf(MDC.getCopyOfContextMap());
		}

		@GetMapping("/v1/open/header")
		String header(@RequestHeader("X-Client") String client) {
			return client;
		}

		@PostMapping("/v1/open/import")
		ImportRequest take(@RequestBody @Valid ImportRequest body) {
			return body;
		}

		@Superseded(since = "2026-12-01", sunset = "2027-12-02", by = "/v2/open/shows/{id}")
		@GetMapping("/v1/open/shows/{id}")
		Map<String, String> show(@PathVariable String id) {
			return Map.of("name", name(id));
		}

		@GetMapping({ "/v2/open/shows/{id}", "/v2/shows/{id}" })
		Map<String, Map<String, String>> showWithTitles(@PathVariable String id) {
			return Map.of("title", Map.of("main", name(id)));
		}

		private static String name(String id) {
			if (id.equals("none")) {
				throw ApiProblem.notFound("no show has this id");
			}
			return "Show " + id;
		}

		@GetMapping("/v1/open/dear")
		String dear() {
			return "dear";
		}

		@PostMapping("/v1/syncs")
		String sync() {
			SYNCS.incrementAndGet();
			return "started";
		}

		@GetMapping("/v1/reviews")
		String reviews() {
			return "[]";
		}

	}

}
