package io.mokuroku.web;

import java.io.IOException;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what ended in {@code sendError}: statuses that filters or the container set
 * without a body.
 */
@Controller
@Hidden
final class JsonApiErrorController implements ErrorController {

	private final ErrorWriter errors;

	JsonApiErrorController(ErrorWriter errors) {
		this.errors = errors;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		if (failure instanceof Throwable throwable) {
			this.errors.write(request, response, throwable);
		}
		else if (status instanceof Integer number && number >= 400) {
			this.errors.write(request, response, ErrorAnswer.ofStatus(number, HttpHeaders.EMPTY), null);
		}
		else {
			this.errors.write(request, response, ErrorAnswer.ofStatus(404, HttpHeaders.EMPTY), null);
		}
	}

}
