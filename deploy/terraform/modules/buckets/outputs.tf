output "images_domain" {
  description = "Where the world sees pictures."
  value       = aws_cloudfront_distribution.images.domain_name
}
