using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Http;

namespace TradeMission.Krds.Tests.Rig;

public sealed class SampleForm
{
    [Display(Name = "국문 이름", Description = "결과보고서의 제목이 됩니다")]
    public string? Title { get; set; }

    [Display(Name = "영문 이름")]
    public string? EnglishTitle { get; set; }

    [Display(Name = "목적")]
    public string? Purpose { get; set; }

    [DataType(DataType.Password)]
    public string? Secret { get; set; }

    [Display(Name = "시작하는 날")]
    public DateOnly? Starts { get; set; }

    public TimeOnly? Opens { get; set; }

    public DateTime? At { get; set; }

    [Display(Name = "계획 예산")]
    public decimal? Budget { get; set; }

    public int? Companies { get; set; }

    [Display(Name = "공개")]
    public bool Published { get; set; }

    [Display(Name = "평가")]
    public SampleAssessment? Assessment { get; set; }

    [Display(Name = "기준 통화")]
    public string? Currency { get; set; }

    [Display(Name = "자매도시")]
    public long[]? SisterCityIds { get; set; }

    public IFormFile? Evidence { get; set; }

    public SampleStop Stop { get; set; } = new();

    public sealed class Validator : AbstractValidator<SampleForm>
    {
        public Validator()
        {
            RuleFor(form => form.Title).NotEmpty().MaximumLength(120);
            RuleFor(form => form.Purpose).MaximumLength(2000);
            RuleFor(form => form.Starts).NotNull();
            RuleFor(form => form.Assessment).NotNull();
            RuleFor(form => form.Currency).NotEmpty();
        }
    }
}
