using System.CommandLine;
using System.Reflection;
using FlowLab.Host.Kernels;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Results;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab kernels show NAME</c>: what a kernel becomes on its way to a device.</summary>
internal sealed class ShowKernelCommand
{
    private readonly Argument<string> _name = new("name")
    {
        Description = "Class and method, such as PlanarKernels.Forward; type arguments may follow in <>, with _ for any.",
    };

    private readonly Option<string?> _target = CreateTarget();

    private readonly Option<int> _width = CreateWidth();

    private readonly Option<string?> _out = new("--out") { Description = "Write files into a folder instead; without --target, one per form.", HelpName = "DIR" };

    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private ShowKernelCommand()
    {
    }

    /// <summary>The command for <c>kernels</c>.</summary>
    public static Command Create()
    {
        var show = new ShowKernelCommand();
        var command = new Command("show", "Show a kernel as the compiler sees it and as devices get it.") { show._name, show._target, show._width, show._out, show._plugins };
        command.SetAction(show.Execute);
        return command;
    }

    private static Option<string?> CreateTarget()
    {
        var target = new Option<string?>("--target") { Description = $"The form: {string.Join(", ", KernelText.Summaries)}.", HelpName = "FORM" };
        if (KernelText.Targets.Count > 0)
            target.AcceptOnlyFromAmong([.. KernelText.Targets]);
        return target;
    }

    private static Option<int> CreateWidth()
    {
        var width = new Option<int>("--width") { Description = "Bits of a vector, instead of this machine's own: 128, 256 or 512.", HelpName = "BITS" };
        width.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value is not ("128" or "256" or "512"))
                result.AddError("--width must be 128, 256 or 512.");
        });
        return width;
    }

    private int Execute(ParseResult parsed)
    {
        using PluginCatalog plugins = PluginFolders.Load(parsed, _plugins);
        KernelName name = KernelName.Parse(parsed.GetValue(_name)!);
        MethodInfo method = name.Close(Find(name, KernelCatalog.Of(plugins.Assemblies)));
        string? folder = parsed.GetValue(_out);
        string[] targets = parsed.GetValue(_target) is { } target ? [target] : folder is null ? ["ir"] : [.. KernelText.Targets];
        bool isWhole = true;
        foreach (string form in targets)
            isWhole &= Write(parsed.InvocationConfiguration, method, form, parsed.GetValue(_width), folder);
        return isWhole ? ExitCodes.Success : ExitCodes.InvalidInput;
    }

    private static KernelMethod Find(KernelName name, KernelCatalog catalog)
    {
        KernelMethod[] kernels = [.. catalog.Kernels.Where(kernel => kernel.Name == name.Name || FullName(kernel) == name.Name)];
        if (kernels.Length == 1)
            return kernels[0];
        if (kernels.Length > 1)
            throw new FlowLabException("FLK021", $"\"{name.Name}\" is the name of {kernels.Length} kernels; expected one of {string.Join(", ", kernels.Select(FullName))}");
        throw new FlowLabException("FLK021", $"there is no kernel \"{name.Name}\"; expected one that flowlab kernels lists{Suggest(name.Name, catalog)}");
    }

    /// <summary>The kernel that was meant: near in name, or another one of the class.</summary>
    private static string Suggest(string name, KernelCatalog catalog)
    {
        string prefix = name[..(name.LastIndexOf('.') + 1)];
        string[] ofClass = [.. catalog.Kernels.Select(kernel => kernel.Name).Where(kernel => prefix.Length > 0 && kernel.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))];
        string near = ofClass.Length > 0
            ? NearestName.Find(name[prefix.Length..], ofClass.Select(kernel => kernel[prefix.Length..]))
            : NearestName.Find(name, catalog.Kernels.Select(kernel => kernel.Name));
        if (near.Length > 0)
            return $"; did you mean \"{(ofClass.Length > 0 ? ofClass[0][..prefix.Length] : "")}{near}\"?";
        return ofClass.Length > 0 ? $"; the class has {string.Join(", ", ofClass)}" : "";
    }

    private static string FullName(KernelMethod kernel) => $"{kernel.Method.DeclaringType!.FullName}.{kernel.Method.Name}";

    /// <summary>Writes one form; a kernel that its device refuses is reported and leaves the others alone.</summary>
    private static bool Write(InvocationConfiguration console, MethodInfo method, string target, int width, string? folder)
    {
        try
        {
            string text = KernelText.Of(method, target, width);
            if (folder is null)
                console.Output.Write(text);
            else
                WriteFile(console.Output, Path.Combine(folder, FileNames.Safe($"{method.DeclaringType!.Name}.{method.Name}") + KernelText.ExtensionOf(target)), text);
            return true;
        }
        catch (NotSupportedException refusal)
        {
            console.Error.WriteLine(refusal.Message);
            return false;
        }
    }

    private static void WriteFile(TextWriter output, string file, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            output.WriteLine(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FlowLabException("FLR008", $"'{file}' cannot be written: {failure.Message}", failure);
        }
    }
}
