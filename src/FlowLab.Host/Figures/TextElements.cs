using System.Globalization;

namespace FlowLab.Host.Figures;

/// <summary>What readers take for single letters.</summary>
internal static class TextElements
{
    /// <summary>The letters of an enumerator one after the other.</summary>
    public static IEnumerable<string> AsStrings(this TextElementEnumerator letters)
    {
        while (letters.MoveNext())
            yield return letters.GetTextElement();
    }
}
