using FlowLab.Accelerators.Simd;
using ILGPU;
using ILGPU.Runtime;

using var context = Context.CreateDefault();
using var accelerator = context.CreateSimdAccelerator();
using var buffer = accelerator.Allocate1D<float>(1_000_000);
var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>>(Root);
kernel(buffer.IntExtent, buffer.View);
Console.WriteLine(buffer.GetAsArray1D().Sum());
static void Root(Index1D i, ArrayView<float> roots) => roots[i] = MathF.Sqrt(i);
