import { useParams } from 'react-router-dom';
import { MarkdownView } from '../components/MarkdownView';
import { useRecipe } from '../hooks/useRecipe';

export function RecipePage() {
  const { recipeId } = useParams();
  const { data: recipe, isLoading } = useRecipe(recipeId!);

  if (isLoading || !recipe) {
    return <p>Loading...</p>;
  }
  return (
    <article>
      <h1>{recipe.title}</h1>
      <p>by {recipe.authorName}</p>
      {recipe.steps.map((step) => (
        <MarkdownView key={step.id} source={step.text} className="step" />
      ))}
    </article>
  );
}
