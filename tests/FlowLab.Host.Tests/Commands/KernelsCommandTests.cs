using FlowLab.Host.Commands;

namespace FlowLab.Host.Tests.Commands;

/// <summary><c>flowlab kernels</c> over the plugins that are built with the host.</summary>
public class KernelsCommandTests
{
    private static readonly string Plugins = Path.Combine(TestFolders.Host, "plugins");

    [Test]
    public void Kernels_of_the_engine_and_the_plugins_are_listed()
    {
        (int code, string output, string error) = Run("kernels");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Match(@"(?m)^TrainingKernels\.Fill +Index1D  FlowLab\.Engine$"));
        Assert.That(output, Does.Match(@"(?m)^PlanarKernels\.Forward +Index2D  FlowLab\.Plugins\.Planar$"));
        Assert.That(output, Does.Match(@"(?m)^NiceKernels\.Forward<TMixing, TNetwork> +Index2D  FlowLab\.Plugins\.Nice$"));
        Assert.That(output, Does.Contain("\nTMixing: OrthogonalMixing, PermutationMixing\n"));
        Assert.That(output, Does.Contain("MlpKernel<MaxoutUnits>, MlpKernel<PointwiseUnits<EluFunction>>, MlpKernel<PointwiseUnits<ReluFunction>>, MlpKernel<PointwiseUnits<TanhFunction>>\n"));
        Assert.That(output, Does.Not.Contain("ClearUnused"), "a private helper of kernels");
    }

    [Test]
    public void A_wrong_name_gets_the_close_one()
    {
        Assert.That(Run("kernels", "show", "PlanarKernels.Forwrd"), Is.EqualTo((2, "",
            "FLK021 there is no kernel \"PlanarKernels.Forwrd\"; expected one that flowlab kernels lists; did you mean \"PlanarKernels.Forward\"?\n")));
        Assert.That(Run("kernels", "show", "OptimizerKernels.Something").Error, Does.EndWith(
            "; the class has OptimizerKernels.AdaGrad, OptimizerKernels.Adam, OptimizerKernels.RmsProp, OptimizerKernels.Sgd\n"));
    }

    [Test]
    public void A_kernel_is_shown_in_one_form()
    {
        (int code, string output, string error) = Run("kernels", "show", "FlowLab.Engine.Objectives.TrainingKernels.Fill", "--target", "simd", "--width", "256");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.StartWith("// TrainingKernels.Fill on vectors of 256 bits: 8 instances at a time\n"));
        Assert.That(Run("kernels", "show", "TrainingKernels.Fill").Output, Does.Contain("// after all passes: 1 blocks, 2 values\nkernel TrainingKernels.Fill("));
    }

    [Test]
    public void Every_kernel_can_be_shown_in_every_form()
    {
        string folder = Directory.CreateTempSubdirectory("flowlab-kernels-").FullName;
        try
        {
            string[] kernels = [.. Run("kernels").Output.Split('\n').Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Split(' ', '<')[0])];
            Assert.That(kernels, Has.Length.GreaterThan(30));
            Assert.That(kernels.Where((_, index) => LongTests.AreOn || index % 5 == 0).Select(kernel => Run("kernels", "show", kernel, "--out", folder)), Has.All.Matches<(int Code, string Output, string Error)>(
                result => result is { Code: 0, Error: "" } && result.Output.Split('\n').Length == 4));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void All_forms_go_to_a_folder()
    {
        string folder = Directory.CreateTempSubdirectory("flowlab-kernels-").FullName;
        try
        {
            (int code, string output, string error) = Run("kernels", "show", "TrainingKernels.Fill", "--out", folder);
            Assert.That((code, error), Is.EqualTo((0, "")));
            string[] files = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.That(files.Select(file => Path.GetExtension(file)), Is.EqualTo(new[] { ".ir", ".simd", ".cl" }));
            Assert.That(files.Select(file => new FileInfo(file).Length), Is.All.GreaterThan(100));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Type_arguments_choose_among_the_structs_that_fit()
    {
        Assert.That(Run("kernels", "show", "EnergyKernels.Evaluate<U3Kernel>").Output, Does.Contain("kernel EnergyKernels.Evaluate<U3Kernel>("));
        Assert.That(Run("kernels", "show", "EnergyKernels.Evaluate").Output, Does.Contain("kernel EnergyKernels.Evaluate<U1Kernel>("));
        (int code, _, string error) = Run("kernels", "show", "NiceKernels.Forward<_, MlpKernel<PointwiseUnits<SinFunction>>>");
        Assert.That((code, error), Is.EqualTo((2,
            "FLK022 \"MlpKernel<PointwiseUnits<SinFunction>>\" cannot stand for TNetwork of NiceKernels.Forward<TMixing, TNetwork>; expected one of "
            + "MaskedMlpKernel<MaxoutUnits>, MaskedMlpKernel<PointwiseUnits<EluFunction>>, MaskedMlpKernel<PointwiseUnits<ReluFunction>>, MaskedMlpKernel<PointwiseUnits<TanhFunction>>, "
            + "MlpKernel<MaxoutUnits>, MlpKernel<PointwiseUnits<EluFunction>>, MlpKernel<PointwiseUnits<ReluFunction>>, MlpKernel<PointwiseUnits<TanhFunction>>\n")));
        Assert.That(Run("kernels", "show", "TrainingKernels.Fill<int>").Error, Is.EqualTo("FLK022 TrainingKernels.Fill has 0 type parameters; found 1 type arguments\n"));
    }

    [TestCase("--target", "ptx")]
    [TestCase("--width", "64")]
    public void Wrong_forms_are_invalid_input(params string[] option) =>
        Assert.That(Run(["kernels", "show", "TrainingKernels.Fill", .. option]).Code, Is.EqualTo(2));

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = FlowLabCommand.Run([.. arguments, "--plugins", Plugins], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
