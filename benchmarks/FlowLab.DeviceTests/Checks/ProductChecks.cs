using FlowLab.Engine.LinearAlgebra;
using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.DeviceTests.Checks;

/// <summary>Matrix products against sums of doubles.</summary>
internal static class ProductChecks
{
    private static readonly (int Rows, int Depth, int Columns)[] Shapes = [(1, 1, 1), (17, 33, 65), (64, 16, 64), (45, 0, 7), (130, 70, 3)];
    private static readonly bool[] Both = [false, true];
    private static readonly float[] Betas = [0f, 0.5f];

    internal static IEnumerable<DeviceCheck> Of(Accelerator accelerator, Func<Accelerator, MatrixMultiply> productsOf) =>
        from shape in Shapes
        from transposesLeft in Both
        from transposesRight in Both
        from bias in Enum.GetValues<BiasAxis>()
        from beta in Betas
        select new ProductCase(shape.Rows, shape.Depth, shape.Columns, transposesLeft, transposesRight, bias, beta) into product
        select new DeviceCheck(product.ToString(), () => product.Check(accelerator, productsOf));
}
