using System.Globalization;

namespace FlowLab.Host.Runs;

/// <summary>The words that both progress displays use.</summary>
internal static class ProgressText
{
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Rate(double stepsPerSecond) =>
        !double.IsFinite(stepsPerSecond) ? "-" : stepsPerSecond.ToString(stepsPerSecond < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    public static string Energy(double value) => double.IsNaN(value) ? "-" : value.ToString("0.0000", CultureInfo.InvariantCulture);

    public static string Beta(double beta) => beta.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>"free energy 1.2345 (bound on -ln Z)"; while annealed, the factor instead of the claim.</summary>
    public static string Quantity(string quantity, string claim, double value, double beta) =>
        beta < 1 ? $"{quantity} {Energy(value)} (annealed, beta {Beta(beta)}: no bound yet)"
        : claim.Length == 0 ? $"{quantity} {Energy(value)}" : $"{quantity} {Energy(value)} ({claim})";

    /// <summary>"3 min 07 s (2 cells, with measuring)".</summary>
    public static string Run(TimeSpan left, string counted) => counted.Length == 0 || left == TimeSpan.MaxValue ? Time(left) : $"{Time(left)} ({counted})";

    /// <summary>"42 s", "3 min 07 s", "2 h 05 min"; the largest time is one that is not known yet.</summary>
    public static string Time(TimeSpan time)
    {
        if (time == TimeSpan.MaxValue)
            return "not known yet";
        long seconds = (long)Math.Round(Math.Clamp(time.TotalSeconds, 0, int.MaxValue));
        return seconds switch
        {
            < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds} s"),
            < 3600 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60:00} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600} h {seconds / 60 % 60:00} min"),
        };
    }
}
