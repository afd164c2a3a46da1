package io.mokuroku.search.answer;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.web.method.HandlerMethod;

/**
 * Says of routes that can be asked for adult entries that this needs the scope.
 */
final class DocumentedAdultContent implements GlobalOperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		if (operation.getParameters() != null && operation.getParameters()
			.stream()
			.anyMatch((parameter) -> AdultContent.PARAMETER.equals(parameter.getName()))) {
			operation.addSecurityItem(new SecurityRequirement().addList("bearer", AdultContent.SCOPE));
		}
		return operation;
	}

}
