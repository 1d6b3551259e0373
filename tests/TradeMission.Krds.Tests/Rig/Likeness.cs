using AngleSharp.Dom;

namespace TradeMission.Krds.Tests.Rig;

/// <summary>
/// Ours is like the design system's example when every element of the example has its counterpart: the same element, with at least its
/// classes, in the same place of the tree. Ours may hold more. What is left out on purpose is named by the test.
/// </summary>
internal static class Likeness
{
    /// <param name="except">Elements of the example that ours does without.</param>
    /// <param name="renamed">Elements of the example that are others with us, such as a div that ought to be a nav.</param>
    public static void AssertLike(IElement example, IElement ours, string? except = null, params (string Selector, string Name)[] renamed)
    {
        var expected = (IElement)example.Clone();
        if (except is not null)
        {
            foreach (var element in expected.QuerySelectorAll(except))
                element.Remove();
        }

        Assert.True(
            IsLike(expected, ours, renamed),
            $"The design system writes\n{expected.OuterHtml}\nand we write\n{ours.OuterHtml}");
    }

    private static bool IsLike(IElement example, IElement ours, (string Selector, string Name)[] renamed)
    {
        var name = renamed.FirstOrDefault(r => example.Matches(r.Selector)).Name ?? example.LocalName;
        return ours.LocalName == name
            && example.ClassList.All(ours.ClassList.Contains)
            && example.GetAttribute("type") is var type && (type is null || type == ours.GetAttribute("type"))
            && example.Children.All(child => ours.Children.Any(candidate => IsLike(child, candidate, renamed)));
    }
}
