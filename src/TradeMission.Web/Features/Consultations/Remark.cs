namespace TradeMission.Web.Features.Consultations;

/// <summary>What is wrong or odd about a field of a <see cref="ConsultationInput"/>, in the reader's language.</summary>
/// <param name="Field">A property of the input; empty for the whole of it.</param>
public sealed record Remark(string Field, string Message);
