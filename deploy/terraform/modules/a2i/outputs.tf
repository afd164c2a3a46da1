output "environment" {
  description = "What review-service is told."
  value = {
    MOKUROKU_REVIEW_LOOP                         = "a2i"
    MOKUROKU_REVIEW_A2I_FLOW_DEFINITION_ARN      = aws_sagemaker_flow_definition.reviews.arn
    MOKUROKU_REVIEW_A2I_OUTPUT                   = aws_sagemaker_flow_definition.reviews.output_config[0].s3_output_path
    MOKUROKU_REVIEWS_WORKFORCE_WORKTEAM          = aws_sagemaker_workteam.this.workteam_name
    MOKUROKU_REVIEWS_WORKFORCE_CLIENT_ID         = aws_cognito_user_pool_client.workers.id
    MOKUROKU_REVIEWS_TEMPLATES_REGISTER_TASK_UIS = "true"
  }
}

output "page" {
  description = "The page workers see."
  value       = local.page
}
