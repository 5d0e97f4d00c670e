using System.Globalization;

namespace FlowLab.Host.Reports;

/// <summary>Numbers for readers: no more digits than mean something, the same in every culture.</summary>
public static class NumberText
{
    private const int Digits = 4;
    private const int MaximumDecimals = 6;
    private const double Large = 1e6;
    private const double Thousand = 1e3;
    private const double SmallestShare = 1e-5;
    private const string Undefined = "\u2013";

    /// <summary>Four significant digits.</summary>
    public static string Of(double value) => Of(value, Digits);

    /// <summary>That many significant digits, without zeros at the end beyond four.</summary>
    private static string Of(double value, int digits)
    {
        if (double.IsNaN(value))
            return Undefined;
        if (double.IsInfinity(value))
            return value > 0 ? "\u221E" : "-\u221E";
        if (value == 0)
            return "0";
        int decimals = digits - 1 - Magnitude(value);
        return decimals > MaximumDecimals + 1 || Math.Abs(value) >= Large
            ? Scientific(value, digits - 1)
            : Fixed(value, Math.Max(decimals, 0));
    }

    /// <summary>A mean with its standard error, both to the second significant digit of the error.</summary>
    public static string Of(double mean, double standardError)
    {
        if (!double.IsFinite(mean) || !double.IsFinite(standardError) || standardError <= 0)
            return Of(mean);
        int decimals = 1 - Magnitude(standardError);
        if (decimals <= MaximumDecimals && Math.Abs(mean) < Large)
            return $"{Fixed(mean, Math.Max(decimals, 0))} \u00B1 {Fixed(standardError, Math.Max(decimals, 0))}";
        // Six digits say all that a reader can use; an error far below them stands for itself.
        bool isFarBelow = standardError < Math.Abs(mean) * SmallestShare;
        return isFarBelow ? $"{Trim(Of(mean, digits: MaximumDecimals))} \u00B1 {ErrorAlone(standardError)}" : WithCommonExponent(mean, standardError);
    }

    private static string ErrorAlone(double standardError) =>
        standardError is >= Thousand or < SmallestShare ? Scientific(standardError, 1) : Of(standardError, digits: 2);

    /// <summary>A count, its thousands set apart by thin spaces.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202F');

    /// <summary>(1.234 ± 0.056)e-9.</summary>
    private static string WithCommonExponent(double mean, double standardError)
    {
        int exponent = Magnitude(Math.Max(Math.Abs(mean), standardError));
        double unit = Math.Pow(10, exponent);
        int decimals = Math.Clamp(1 - Magnitude(standardError / unit), 0, MaximumDecimals);
        return string.Create(CultureInfo.InvariantCulture,
            $"({Fixed(mean / unit, decimals)} \u00B1 {Fixed(standardError / unit, decimals)})e{exponent}");
    }

    /// <summary>Without zeros at the end of the digits: "1.00000" is 1, "2.50000e9" 2.5e9.</summary>
    private static string Trim(string number)
    {
        int exponent = number.IndexOf('e', StringComparison.Ordinal);
        string digits = exponent < 0 ? number : number[..exponent];
        return digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') + number[digits.Length..] : number;
    }

    private static int Magnitude(double value) => (int)Math.Floor(Math.Log10(Math.Abs(value)));

    private static string Fixed(double value, int decimals)
    {
        string text = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAnyInRange('1', '9') ? text : text.TrimStart('-');
    }

    private static string Scientific(double value, int decimals) =>
        value.ToString("0." + new string('0', decimals) + "e0", CultureInfo.InvariantCulture);
}
