namespace FlowLab.Accelerators.Tracing;

/// <summary>What lies on the evaluation stack, as text.</summary>
/// <param name="Text">A C#-like expression.</param>
/// <param name="IsAtom">Needs no parentheses as an operand.</param>
/// <param name="IsPlace">Stands for the address of a variable or field, named by the text.</param>
/// <param name="IsStable">Means the same later: constants and names, but no reads of memory and no calls.</param>
/// <param name="IsCondition">Is true or false, not a number.</param>
internal readonly record struct ILExpression(
    string Text, bool IsAtom = true, bool IsPlace = false, bool IsStable = true, bool IsCondition = false)
{
    /// <summary>A name or a number, which may be written twice.</summary>
    internal bool IsSimple => Text.All(IsOfName);

    /// <summary>The text as an operand.</summary>
    internal string Operand => IsAtom ? Text : $"({Text})";

    /// <summary>The text as an argument of a call.</summary>
    internal string Argument => IsPlace ? $"ref {Text}" : Text;

    /// <summary>The text of a test for true or not zero.</summary>
    internal string Test => IsCondition ? Text : $"{Operand} != 0";

    /// <summary>The text of a test for false or zero.</summary>
    internal string OppositeTest => IsCondition ? Not(Text) : $"{Operand} == 0";

    /// <summary>The opposite of a condition.</summary>
    internal static string Not(string condition) => condition switch
    {
        ['!', '(', .. var inner, ')'] when IsOne(inner) => inner,
        ['!', .. var inner] when inner.All(IsOfName) => inner,
        _ when condition.All(IsOfName) => $"!{condition}",
        _ => $"!({condition})",
    };

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '_' or '.';

    /// <summary>The parentheses around the text belong together.</summary>
    private static bool IsOne(string inner)
    {
        var depth = 0;
        foreach (var character in inner)
        {
            depth += character switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
                return false;
        }

        return true;
    }
}
