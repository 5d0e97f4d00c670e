using System.Globalization;

namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>
/// Reads expressions: + - * / ^ ( ), numbers, z1, z2, ..., pi, e, functions. ^ binds closest and to the right, before the sign: -z1^2 is
/// -(z1^2). By recursive descent, in so few lines that a library's tree (NCalc has one, of all of C#'s operators, with ^ for exclusive or)
/// would take as many to translate, and would not know the columns of what it refuses.
/// </summary>
internal sealed class FormulaParser(string text)
{
    /// <summary>The highest coordinate that there can be.</summary>
    public const int MostCoordinates = 64;

    private const int MostCharacters = 4000;
    private const int DeepestNesting = 100;

    private int _at;
    private int _depth;

    /// <summary>The highest coordinate that has been read.</summary>
    public int Dimension { get; private set; }

    public Term Parse()
    {
        if (string.IsNullOrWhiteSpace(text))
            throw FormulaErrors.Empty();
        if (text.Length > MostCharacters)
            throw FormulaErrors.TooLarge(text, MostCharacters + 1, $"expected at most {MostCharacters} characters, found {text.Length}");
        Term term = Sum();
        if (Next() != '\0')
            throw FormulaErrors.Unexpected(text, _at + 1, "an operator or the end");
        return Dimension == 0 ? throw FormulaErrors.NoCoordinate(text) : term;
    }

    private Term Sum()
    {
        if (++_depth > DeepestNesting)
            throw FormulaErrors.TooLarge(text, _at + 1, $"it is nested more than {DeepestNesting} deep");
        Term term = Product();
        while (Next() is '+' or '-')
            term = text[_at++] == '+' ? term + Product() : term - Product();
        _depth--;
        return term;
    }

    private Term Product()
    {
        Term term = Signed();
        while (Next() is '*' or '/')
            term = text[_at++] == '*' ? term * Signed() : term / Signed();
        return term;
    }

    private Term Signed()
    {
        bool isNegative = false;
        for (; Next() is '-' or '+'; _at++)
            isNegative ^= text[_at] == '-';
        Term term = Raised();
        return isNegative ? -term : term;
    }

    private Term Raised()
    {
        Term term = Primary();
        if (Next() != '^')
            return term;
        _at++;
        if (++_depth > DeepestNesting)
            throw FormulaErrors.TooLarge(text, _at + 1, $"it is nested more than {DeepestNesting} deep");
        Term exponent = Signed();
        _depth--;
        return Simplification.Apply(Function.Pow, term, exponent);
    }

    private Term Primary()
    {
        char next = Next();
        if (char.IsAsciiDigit(next) || next == '.')
            return Literal();
        if (char.IsAsciiLetter(next))
            return Named();
        Expect('(', "a number, a name or '('");
        Term term = Sum();
        Expect(')', "')' or an operator");
        return term;
    }

    private Number Literal()
    {
        int start = _at;
        SkipDigits();
        if (_at < text.Length && text[_at] == '.')
        {
            _at++;
            SkipDigits();
        }
        if (_at < text.Length && text[_at] is 'e' or 'E' && HasExponent(_at + 1))
        {
            _at += 2;
            SkipDigits();
        }
        return double.TryParse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && float.IsFinite((float)value)
            ? new Number(value)
            : throw FormulaErrors.Unexpected(text, start + 1, "a number within float32");
    }

    private bool HasExponent(int at) =>
        at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is '+' or '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])));

    private void SkipDigits()
    {
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
            _at++;
    }

    private Term Named()
    {
        int start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
            _at++;
        string name = text[start.._at];
        if (Next() == '(' && Functions.Find(name) is { } function)
            return Call(function, name, start + 1);
        return name switch
        {
            "pi" => Math.PI,
            "e" => Math.E,
            ['z', .. var digits] when digits.Length > 0 && digits.All(char.IsAsciiDigit) => CoordinateOf(name, digits, start + 1),
            _ => throw FormulaErrors.UnknownName(text, start + 1, name, Nearest(name)),
        };
    }

    private Coordinate CoordinateOf(string name, string digits, int column)
    {
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number is < 1 or > MostCoordinates)
            throw FormulaErrors.Coordinate(text, column, name, MostCoordinates);
        Dimension = Math.Max(Dimension, number);
        return new Coordinate(number - 1);
    }

    private Term Call(Function function, string name, int column)
    {
        List<Term> arguments = [];
        Expect('(', "'('");
        if (Next() != ')')
            arguments.Add(Sum());
        while (Next() == ',')
        {
            _at++;
            arguments.Add(Sum());
        }
        Expect(')', "')', ',' or an operator");
        int expected = Functions.Arguments(function);
        if (arguments.Count != expected)
            throw FormulaErrors.ArgumentCount(text, column, name, expected, arguments.Count);
        return Simplification.Apply(function, arguments[0], expected == 2 ? arguments[1] : null);
    }

    /// <summary>The next character that is no space; 0 at the end.</summary>
    private char Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        return _at < text.Length ? text[_at] : '\0';
    }

    private void Expect(char wanted, string description)
    {
        if (Next() != wanted)
            throw FormulaErrors.Unexpected(text, _at + 1, description);
        _at++;
    }

    /// <summary>The name that differs in the fewest letters, if these are not most of it.</summary>
    private static string Nearest(string name)
    {
        string nearest = Functions.Names.Concat(["z1", "z2", "pi"]).MinBy(known => Distance(known, name))!;
        return Distance(nearest, name) <= Math.Max(1, name.Length / 2) ? nearest : "";
    }

    /// <summary>How many letters have to be changed, added or left out.</summary>
    private static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 0; i < left.Length; i++)
        {
            int[] current = [i + 1, .. new int[right.Length]];
            for (int j = 0; j < right.Length; j++)
                current[j + 1] = Math.Min(Math.Min(current[j], previous[j + 1]) + 1, previous[j] + (left[i] == right[j] ? 0 : 1));
            previous = current;
        }
        return previous[^1];
    }
}
