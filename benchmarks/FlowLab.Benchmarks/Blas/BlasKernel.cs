using System.Globalization;
using System.Runtime.InteropServices;
using FlowLab.Benchmarks.Kernels;

namespace FlowLab.Benchmarks.Blas;

/// <summary>
/// Which of its kernels OpenBLAS takes: each way (<see cref="OpenBlasWay"/>) is tried in a process of its own, by a product that is checked, and this process then loads the
/// library in the fastest.
/// </summary>
internal static partial class BlasKernel
{
    /// <summary>The name of the figure that a child process measures.</summary>
    public const string ChildName = "kernels-openblas";

    private const int Order = 1024;

    /// <summary>Prints what each way gives and sets this process to the fastest. To be called before <see cref="OpenBlas"/> is.</summary>
    public static void TakeFastest()
    {
        (OpenBlasWay Way, Trial Trial)[] tried = [.. OpenBlasWay.All.Select(way => (Way: way, Trial: Try(way))).Where(pair => pair.Trial is not null).Select(pair => (pair.Way, pair.Trial!))];
        if (tried.Length == 0)
            return;
        foreach ((OpenBlasWay way, Trial trial) in tried)
        {
            Console.Error.WriteLine($"OpenBLAS, {OpenBlasWay.CoreType} {way}: {trial.Description}");
            Figure.Print($"kernels.openblas.{way.Name}", trial.Rate, "GFLOP/s");
        }
        Set(tried.MaxBy(pair => pair.Trial.Rate).Way);
    }

    /// <summary>Prints rate and description of this process's OpenBLAS.</summary>
    public static unsafe int RunChild()
    {
        if (!OpenBlas.IsPresent)
            return 1;
        float[] left = RandomData.Uniform(Order * Order, 1), right = RandomData.Uniform(Order * Order, 2), product = new float[Order * Order];
        fixed (float* a = left, b = right, c = product)
        {
            (nint x, nint y, nint z) = ((nint)a, (nint)b, (nint)c);
            Contest contest = new(() => OpenBlas.Multiply(Order, Order, Order, (float*)x, (float*)y, (float*)z));
            if (!IsRight(left, right, product))
                return 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{2.0 * Order * Order * Order / contest.Median(0) / 1e9:r} {OpenBlas.Description}"));
        }
        return 0;
    }

    /// <summary>Some kernels compute wrong results on processors that they were not written for; such a way is no way.</summary>
    private static bool IsRight(float[] left, float[] right, float[] product)
    {
        for (int at = 0; at < product.Length; at += 9973)
        {
            double sum = 0, size = 0;
            for (int k = 0; k < Order; k++)
            {
                double term = (double)left[at / Order * Order + k] * right[k * Order + at % Order];
                (sum, size) = (sum + term, size + Math.Abs(term));
            }
            if (!(Math.Abs(product[at] - sum) <= 1e-5 * size))
                return false;
        }
        return true;
    }

    private static Trial? Try(OpenBlasWay way)
    {
        (int code, string output) = OwnProcess.Run(["figures", ChildName], way.Apply);
        if (code != 0)
            return null;
        string[] parts = output.Trim().Split(' ', 2);
        return new Trial(double.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }

    /// <summary>In the environment of the C library, which is where OpenBLAS looks; .NET keeps a copy of its own.</summary>
    private static void Set(OpenBlasWay way)
    {
        if (!way.Clears)
            return;
        if (OperatingSystem.IsWindows())
        {
            Environment.SetEnvironmentVariable(OpenBlasWay.CoreType, way.Core);
            return;
        }
        _ = unsetenv(OpenBlasWay.CacheSize);
        _ = way.Core is null ? unsetenv(OpenBlasWay.CoreType) : setenv(OpenBlasWay.CoreType, way.Core, 1);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int unsetenv(string name);

    private sealed record Trial(double Rate, string Description);
}
