using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace TradeMission.Web.Infrastructure;

/// <summary>Labels and hints of a form's fields come from its room's texts: Missions.Field.TitleKo, Missions.Hint.TitleKo.</summary>
public sealed class FormTexts : IDisplayMetadataProvider
{
    /// <summary>Checks ask for the label of every field, right or wrong.</summary>
    private static readonly ConcurrentDictionary<(Type Form, string Property, string Language), string?> Labels = new();

    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key is not { ContainerType: { } form, Name: { } property } || RoomOf(form) is not { } room)
        {
            return;
        }

        context.DisplayMetadata.DisplayName = () => Label(room, property);
        context.DisplayMetadata.Description = () => Texts.Find($"{room}.Hint.{property}") ?? "";
        context.DisplayMetadata.ConvertEmptyStringToNull = true;
    }

    /// <summary>The label of a form's property, as pages and error messages name it.</summary>
    public static string? LabelOf(Type form, string property) => Labels.GetOrAdd((form, property, CultureInfo.CurrentUICulture.Name), _ => RoomOf(form) is { } room ? Label(room, property) : null);

    /// <summary>The room of a type in a feature folder, or null elsewhere.</summary>
    public static string? RoomOf(Type type)
    {
        const string Root = "TradeMission.Web.Features.";
        return type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true ? type.Namespace[Root.Length..].Split('.')[0] : null;
    }

    private static string Label(string room, string property) =>
        Texts.Find($"{room}.Field.{property}") ?? Texts.Find($"Words.Field.{property}") ?? property;
}
