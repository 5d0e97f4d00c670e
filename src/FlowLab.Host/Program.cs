using FlowLab.Host.Commands;

Console.SetOut(new LastingOutput(Console.Out));
Console.SetError(new LastingOutput(Console.Error));
return FlowLabCommand.Run(args, Console.Out, Console.Error);
