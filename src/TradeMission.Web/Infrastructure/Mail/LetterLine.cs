namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>One line of a letter's list.</summary>
/// <param name="Address">Of the page that the line leads to, if it does.</param>
public sealed record LetterLine(string Text, string? Address = null);
