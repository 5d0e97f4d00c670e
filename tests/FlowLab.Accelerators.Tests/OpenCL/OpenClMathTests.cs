using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Tests.Algorithms;
using FlowLab.Accelerators.Tests.Kernels.Functions;

namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>Mathematics on an OpenCL device: of floats the bits of PortableMath, of doubles what the device has, within a few ulp.</summary>
public class OpenClMathTests
{
    private const long DoubleUlps = 8;

    private static readonly float[] Left = [.. UlpSweep.Interesting().Where((_, i) => i % 53 == 0), .. Enumerable.Range(-200, 400).Select(n => n * 0.73f)];

    private static readonly float[] Right = [.. Left.Reverse().Select((value, i) => i % 3 == 0 ? i % 30 : value)];

    private readonly SimdFixture _simd = new(1);
    private OpenClFixture? _opencl;

    [OneTimeSetUp]
    public void Open() => _opencl = OpenClFixture.Open();

    [OneTimeTearDown]
    public void Close()
    {
        _opencl?.Dispose();
        _simd.Dispose();
    }

    [TestCaseSource(nameof(Functions))]
    public void A_function_has_the_bits_of_PortableMath(MethodInfo kernel, MethodInfo meaning)
    {
        var expected = Expected(meaning);
        var actual = Actual(kernel);
        for (var i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(actual[i]) != BitConverter.SingleToInt32Bits(expected[i]) && !(float.IsNaN(actual[i]) && float.IsNaN(expected[i])))
                Assert.Fail($"at {Left[i]:R}, {Right[i]:R}: {actual[i]:R}, expected {expected[i]:R}");
        }
    }

    [Test]
    public void Functions_of_double_are_those_of_the_device_within_ulps()
    {
        if (!_opencl!.Device.Target.HasDoubles)
            Assert.Ignore($"{_opencl.Device} has no double.");
        double[] x = [.. Enumerable.Range(-60, 120).Select(n => n * 0.171), 1e-300, 1e8, -1e8];
        using var input = _opencl.Accelerator.Allocate1D(x);
        using var output = _opencl.Accelerator.AllocateZeroed<double>(x.Length * Doubles.Length);
        DeviceLaunch.Run(
            _opencl.Accelerator, KernelEntry.OfIndex(((Action<Index1D, ArrayView<double>, ArrayView<double>>)DoubleFunctions).Method),
            LaunchDimensions.Of(new Index1D(x.Length)), input.View.BaseView, output.View.BaseView);
        var actual = output.GetAsArray1D();
        for (var i = 0; i < x.Length; i++)
        {
            for (var k = 0; k < Doubles.Length; k++)
                AssertClose(actual[(i * Doubles.Length) + k], Doubles[k](x[i]), $"function {k} of {x[i]:R}");
        }
    }

    private static readonly Func<double, double>[] Doubles =
    [
        Math.Exp, x => Math.Log(Math.Abs(x)), x => Math.Log2(Math.Abs(x)), x => Math.Log10(Math.Abs(x)), x => Math.Pow(Math.Abs(x), 1.3), Math.Sin, Math.Cos, Math.Tan,
        x => Math.Asin(x / 1e9), x => Math.Acos(x / 1e9), Math.Atan, x => Math.Atan2(x, 2), x => Math.Sinh(x / 4), x => Math.Cosh(x / 4), Math.Tanh, Math.Cbrt,
        x => Math.Sqrt(Math.Abs(x)), x => Math.IEEERemainder(x, 3), x => x % 3, x => Math.Round(x), x => Math.Round(x, MidpointRounding.AwayFromZero),
    ];

    private static void DoubleFunctions(Index1D i, ArrayView<double> input, ArrayView<double> output)
    {
        double x = input[i];
        var r = output.SubView(i * 21, 21);
        r[0] = Math.Exp(x);
        r[1] = Math.Log(Math.Abs(x));
        r[2] = Math.Log2(Math.Abs(x));
        r[3] = Math.Log10(Math.Abs(x));
        r[4] = Math.Pow(Math.Abs(x), 1.3);
        r[5] = Math.Sin(x);
        r[6] = Math.Cos(x);
        r[7] = Math.Tan(x);
        r[8] = Math.Asin(x / 1e9);
        r[9] = Math.Acos(x / 1e9);
        r[10] = Math.Atan(x);
        r[11] = Math.Atan2(x, 2);
        r[12] = Math.Sinh(x / 4);
        r[13] = Math.Cosh(x / 4);
        r[14] = Math.Tanh(x);
        r[15] = Math.Cbrt(x);
        r[16] = Math.Sqrt(Math.Abs(x));
        r[17] = Math.IEEERemainder(x, 3);
        r[18] = x % 3;
        r[19] = Math.Round(x);
        r[20] = Math.Round(x, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<TestCaseData> Functions() =>
        from home in new[] { typeof(FloatFunctions), typeof(FrameworkFunctions) }
        from kernel in home.GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
        where kernel.GetParameters() is [{ ParameterType: var type }, ..] && type == typeof(Index1D)
        let meaning = typeof(FloatFunctions).GetMethod(kernel.Name, BindingFlags.Static | BindingFlags.NonPublic)
        select new TestCaseData(kernel, meaning).SetName($"{home.Name}_{kernel.Name}_on_OpenCL");

    private static void AssertClose(double actual, double expected, string what)
    {
        var isClose = (double.IsNaN(actual) && double.IsNaN(expected)) || actual == expected
            || Math.Abs(BitConverter.DoubleToInt64Bits(actual) - BitConverter.DoubleToInt64Bits(expected)) <= DoubleUlps;
        Assert.That(isClose, $"{what}: {actual:R}, expected {expected:R}");
    }

    private float[] Expected(MethodInfo meaning)
    {
        var (x, y) = (_simd.Accelerator.Allocate1D(Left).View.BaseView, _simd.Accelerator.Allocate1D(Right).View.BaseView);
        var result = _simd.Accelerator.AllocateZeroed<float>(Left.Length).View.BaseView;
        for (var i = 0; i < Left.Length; i++)
            meaning.Invoke(null, [new Index1D(i), x, y, result]);
        return result.GetAsArray();
    }

    private float[] Actual(MethodInfo kernel)
    {
        var accelerator = _opencl!.Accelerator;
        using var x = accelerator.Allocate1D(Left);
        using var y = accelerator.Allocate1D(Right);
        using var result = accelerator.AllocateZeroed<float>(Left.Length);
        DeviceLaunch.Run(
            accelerator, KernelEntry.OfIndex(kernel), LaunchDimensions.Of(new Index1D(Left.Length)), x.View.BaseView, y.View.BaseView, result.View.BaseView);
        return result.GetAsArray1D();
    }
}
