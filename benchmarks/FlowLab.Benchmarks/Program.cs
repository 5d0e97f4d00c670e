using BenchmarkDotNet.Running;
using FlowLab.Benchmarks;

// figures toy2d|dlgm [--peers DIR] [--python PATH]: whole training steps beside a peer; figures kernels: kernels and matrix products beside what
// they are compared with (--planar, --compile: these only); figures accelerators: the usual samples on every accelerator there is; figures
// growth: how the time of a step grows. One line "name value unit" per figure.
// Anything else goes to BenchmarkDotNet, which times kernels: --filter '*Planar*'.
if (args is ["figures", ..])
    return FigureCommand.Run(args[1..]);
BenchmarkSwitcher.FromAssembly(typeof(FigureCommand).Assembly).Run(args);
return 0;
