namespace FlowLab.Architecture.Tests;

/// <summary>
/// The projects of the house and their rooms (namespaces), each in an order in which nothing knows what comes after it. A room that is new is put here
/// where its arrows allow it; if there is no such place, an arrow points the wrong way.
/// </summary>
internal static class House
{
    /// <summary>What contracts may be built on comes first.</summary>
    public static IReadOnlyList<Storey> Storeys { get; } =
    [
        new("FlowLab.Abstractions", "FlowLab",
        [
            // What kernels share, and how a component presents itself.
            "LinearAlgebra", "Kernels", "Random", "Plugins",

            // Contracts.
            "Energies", "Data", "Flows", "Networks", "Optimization",

            // Flows whose backward passes the source generator writes.
            "Layers",
        ]),
        new("FlowLab.Accelerators", "FlowLab.Accelerators",
        [
            // One compiler: from C# methods to optimised IR.
            "IR", "Maths", "Passes", "Frontend",

            // Two backends on it, and what both need to launch.
            "Launches", "OpenCl12", "Tracing", "Simd",

            // What kernels become, for people.
            "Listings",
        ]),
        new("FlowLab.Engine", "FlowLab.Engine",
        [
            "",

            // The memory that components are given, and whose turn it is.
            "Memory",

            // Matrix products of each kind of device, and networks on them.
            "LinearAlgebra.Calls", "LinearAlgebra.Cpu", "LinearAlgebra.Sparse", "LinearAlgebra.Tiled", "LinearAlgebra.Cuda", "LinearAlgebra", "Networks",

            // What the machine can do at best.
            "Ceilings",

            // What is trained.
            "Models", "Latents", "Cells",

            // How it is trained, and kept.
            "Diagnosis", "Objectives", "Training", "Checkpoints",

            // What it is worth, and whether the figures can be believed.
            "Evaluation", "Auditing",
        ]),
        new("FlowLab.Testing", "FlowLab.Testing",
        [
            // What a law is, and what it is tried with.
            "Bench", "Laws", "Numerics",

            // The laws of each kind of component.
            "Energies", "Datasets", "Optimizers", "Schedules", "Flows",
        ]),
        new("FlowLab.Ui", "FlowLab.Ui",
        [
            // What the page is told of runs, and asks for.
            "Views",

            // What it is made of, and how it is served.
            "Components", "Pages", "Serving",
        ]),
        new("flowlab", "FlowLab.Host",
        [
            "",

            // What every numbered error means.
            "Errors",

            // What there is to work with.
            "Devices", "Plugins", "Kernels", "Manifests", "DataFiles",

            // What a run leaves behind, and how it is shown.
            "Results", "Figures", "Reports", "Comparisons",

            // What is done, and where its time goes.
            "Profiles", "Runs", "Exports", "Tuning", "Checking", "Watching",

            // What the page is handed.
            "Viewing",

            "Commands",
        ]),
    ];

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = typeof(House).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Repository").Value!;
}
