namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Floats, rounded to nearest even, denormals kept.</summary>
internal static partial class PtxOperations
{
    private static void AddFloats()
    {
        Singles("add.rn.f32", (a, b) => a + b);
        Singles("sub.rn.f32", (a, b) => a - b);
        Singles("mul.rn.f32", (a, b) => a * b);
        Singles("div.rn.f32", (a, b) => a / b);
        Singles("min.f32", (a, b) => (float)Least(a, b));
        Singles("max.f32", (a, b) => -(float)Least(-a, -b));
        Singles("copysign.f32", (a, b) => MathF.CopySign(b, a));
        Singles("neg.f32", a => -a);
        Singles("abs.f32", MathF.Abs);
        Singles("sqrt.rn.f32", MathF.Sqrt);
        Singles("rcp.rn.f32", a => 1f / a);
        Singles("cvt.rmi.f32.f32", MathF.Floor);
        Singles("cvt.rpi.f32.f32", MathF.Ceiling);
        Singles("cvt.rzi.f32.f32", MathF.Truncate);
        Singles("cvt.rni.f32.f32", a => MathF.Round(a, MidpointRounding.ToEven));
        Compute("fma.rn.f32", "d.f32 a.f32 a.f32 a.f32", (a, b, c) =>
            PtxValues.Of(MathF.FusedMultiplyAdd(PtxValues.Single(a), PtxValues.Single(b), PtxValues.Single(c))));
        AddDoubles();
    }

    private static void AddDoubles()
    {
        Doubles("add.rn.f64", (a, b) => a + b);
        Doubles("sub.rn.f64", (a, b) => a - b);
        Doubles("mul.rn.f64", (a, b) => a * b);
        Doubles("div.rn.f64", (a, b) => a / b);
        Doubles("min.f64", Least);
        Doubles("max.f64", (a, b) => -Least(-a, -b));
        Doubles("copysign.f64", (a, b) => Math.CopySign(b, a));
        Doubles("neg.f64", a => -a);
        Doubles("abs.f64", Math.Abs);
        Doubles("sqrt.rn.f64", Math.Sqrt);
        Doubles("rcp.rn.f64", a => 1d / a);
        Doubles("cvt.rmi.f64.f64", Math.Floor);
        Doubles("cvt.rpi.f64.f64", Math.Ceiling);
        Doubles("cvt.rzi.f64.f64", Math.Truncate);
        Doubles("cvt.rni.f64.f64", a => Math.Round(a, MidpointRounding.ToEven));
        Compute("fma.rn.f64", "d.f64 a.f64 a.f64 a.f64", (a, b, c) =>
            PtxValues.Of(Math.FusedMultiplyAdd(PtxValues.Double(a), PtxValues.Double(b), PtxValues.Double(c))));
    }

    /// <summary>The other operand where one is NaN; +0.0 > -0.0.</summary>
    private static double Least(double a, double b)
    {
        if (double.IsNaN(a) || double.IsNaN(b))
            return double.IsNaN(a) ? b : a;
        return Math.Min(a, b);
    }

    private static void Singles(string mnemonic, Func<float, float> compute) =>
        Compute(mnemonic, "d.f32 a.f32", (a, _, _) => PtxValues.Of(compute(PtxValues.Single(a))));

    private static void Singles(string mnemonic, Func<float, float, float> compute) => Compute(
        mnemonic, "d.f32 a.f32 i.f32", (a, b, _) => PtxValues.Of(compute(PtxValues.Single(a), PtxValues.Single(b))));

    private static void Doubles(string mnemonic, Func<double, double> compute) =>
        Compute(mnemonic, "d.f64 a.f64", (a, _, _) => PtxValues.Of(compute(PtxValues.Double(a))));

    private static void Doubles(string mnemonic, Func<double, double, double> compute) => Compute(
        mnemonic, "d.f64 a.f64 i.f64", (a, b, _) => PtxValues.Of(compute(PtxValues.Double(a), PtxValues.Double(b))));
}
