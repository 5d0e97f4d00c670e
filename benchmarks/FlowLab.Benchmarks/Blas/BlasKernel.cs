using System.Globalization;
using System.Runtime.Intrinsics.X86;
using System.Runtime.InteropServices;
using FlowLab.Benchmarks.Kernels;

namespace FlowLab.Benchmarks.Blas;

/// <summary>
/// Which of its kernels OpenBLAS takes: it reads OPENBLAS_CORETYPE once, when it is loaded, and some machines preset it. So each way is tried in a process of
/// its own, by a product that is checked, and this process then loads the library in the fastest.
/// </summary>
internal static partial class BlasKernel
{
    /// <summary>The name of the figure that a child process measures.</summary>
    public const string ChildName = "kernels-openblas";

    private const string CoreType = "OPENBLAS_CORETYPE";
    private const string CacheSize = "OPENBLAS_L2_SIZE";
    private const int Order = 1024;

    /// <summary>The widest kernels that the processor can run; null where OpenBLAS's own choice is all that is known.</summary>
    private static string? Widest => Avx512F.IsSupported ? "SkylakeX" : Avx2.IsSupported ? "Haswell" : null;

    /// <summary>Prints what each way gives and sets this process to the fastest. To be called before <see cref="OpenBlas"/> is.</summary>
    public static void TakeFastest()
    {
        List<Way> ways = [new("unset", null, Clears: true)];
        if (Environment.GetEnvironmentVariable(CoreType) is { } preset)
            ways.Add(new Way("preset", preset, Clears: false));
        if (Widest is { } widest)
            ways.Add(new Way("widest", widest, Clears: true));
        (Way Way, Trial Trial)[] tried = [.. ways.Select(way => (Way: way, Trial: Try(way))).Where(pair => pair.Trial is not null).Select(pair => (pair.Way, pair.Trial!))];
        if (tried.Length == 0)
            return;
        foreach ((Way way, Trial trial) in tried)
        {
            Console.Error.WriteLine($"OpenBLAS, {CoreType} {way.Name}{(way.Core is null ? "" : $" ({way.Core})")}: {trial.Description}");
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

    private static Trial? Try(Way way)
    {
        (int code, string output) = OwnProcess.Run(["figures", ChildName], environment =>
        {
            if (!way.Clears)
                return;
            environment.Remove(CacheSize);
            environment.Remove(CoreType);
            if (way.Core is not null)
                environment[CoreType] = way.Core;
        });
        if (code != 0)
            return null;
        string[] parts = output.Trim().Split(' ', 2);
        return new Trial(double.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }

    /// <summary>In the environment of the C library, which is where OpenBLAS looks; .NET keeps a copy of its own.</summary>
    private static void Set(Way way)
    {
        if (!way.Clears)
            return;
        if (OperatingSystem.IsWindows())
        {
            Environment.SetEnvironmentVariable(CoreType, way.Core);
            return;
        }
        _ = unsetenv(CacheSize);
        _ = way.Core is null ? unsetenv(CoreType) : setenv(CoreType, way.Core, 1);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int unsetenv(string name);

    /// <summary>A way to choose.</summary>
    /// <param name="Name">What figures call it.</param>
    /// <param name="Core">The value of the variable; null where it is unset.</param>
    /// <param name="Clears">Whether presets are taken away.</param>
    private sealed record Way(string Name, string? Core, bool Clears);

    private sealed record Trial(double Rate, string Description);
}
